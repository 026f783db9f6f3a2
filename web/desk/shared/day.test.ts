import { expect, it } from "vitest";
import { readDay } from "./day.ts";

it("reads days as clerks type them", () => {
  for (const typed of [
    "2024-05-01",
    "20240501",
    "2024.5.1",
    "2024/05/01",
    "2024年5月1日",
    "２０２４０５０１",
    " 2024-5-1 ",
  ])
    expect(readDay(typed), typed).toBe("2024-05-01");
  for (const typed of ["", "2024", "2023-02-29", "20241301", "1 May 2024", "24-05-01"])
    expect(readDay(typed), typed).toBeUndefined();
});
