import { StaffApp } from "../staff/staff-app.tsx";
import { startFace } from "../staff/start.tsx";

startFace(
  <StaffApp
    title={{ "zh-CN": "窗口", en: "Desk" }}
    roles={["window-clerk", "approver"]}
    places={() => []}
  >
    <p />
  </StaffApp>,
);
