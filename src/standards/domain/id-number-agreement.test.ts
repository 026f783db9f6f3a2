import { expect, it } from "vitest";
import { idNumberFaults } from "./id-number-agreement.ts";

const sample = "11010519491231002X";

it("agrees with the birth date and the sex that were declared, or says where not", () => {
  expect(idNumberFaults(sample, { birthDate: "1949-12-31", sex: 2 })).toEqual([]);
  expect(idNumberFaults(sample, { birthDate: "1949-12-31", sex: 1 })).toEqual(["other-sex"]);
  expect(idNumberFaults(sample, { birthDate: "1949-12-30", sex: 1 })).toEqual([
    "other-birth-date",
    "other-sex",
  ]);
  expect(idNumberFaults(sample, { birthDate: "1949-12-31", sex: 9 })).toEqual([]);
});

it("says what is wrong with the number itself", () => {
  const declared = { birthDate: "1949-12-31", sex: 2 };
  expect(idNumberFaults("1", declared)).toEqual(["malformed"]);
  expect(idNumberFaults("11010519490230002X", declared)).toEqual(["no-such-day"]);
  expect(idNumberFaults("110105194912310021", declared)).toEqual(["check-digit"]);
});
