import { StaffApp } from "../staff/staff-app.tsx";
import { startFace } from "../staff/start.tsx";

startFace(
  <StaffApp
    title={{ "zh-CN": "监督", en: "Console" }}
    roles={["auditor", "data-protection-officer", "lawmaker"]}
    places={() => []}
  >
    <p />
  </StaffApp>,
);
