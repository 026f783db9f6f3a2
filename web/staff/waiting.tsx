import { Skeleton } from "antd";
import { useStaff } from "./use-staff.tsx";

/** Stands where an answer will be, once waiting is long enough to be noticed. */
export function Waiting({ slow, rows = 4 }: { readonly slow: boolean; readonly rows?: number }) {
  const { t } = useStaff();
  return (
    <div role="status" className="waiting">
      {slow ? (
        <>
          <span className="unseen">{t.opening}</span>
          <Skeleton active paragraph={{ rows }} />
        </>
      ) : null}
    </div>
  );
}
