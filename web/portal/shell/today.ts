/** The calendar day on this device, as ISO text. */
export function readToday(clock: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  return `${clock.getFullYear()}-${pad(clock.getMonth() + 1)}-${pad(clock.getDate())}`;
}
