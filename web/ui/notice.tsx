import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type NoticeProps = {
  readonly tone?: "plain" | "refused" | "unknown";
  readonly icon: IconName;
  readonly children: ReactNode;
};

export function Notice({ tone = "plain", icon, children }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
