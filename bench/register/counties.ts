// A prefecture of 108 counties that do not exist, one of them with three people in ten.
import { type CountyPlan, planCounties, sampleDistrict } from "../../src/demo-data/index.ts";

/** The county in which the demo's clerk works. */
export const bigCounty = sampleDistrict;

const counties = 108;
const bigShare = 0.3;
const opened = "2021-01-04";

export function planPrefecture(people: number): readonly CountyPlan[] {
  const rest = Math.round((people * (1 - bigShare)) / (counties - 1));
  return planCounties(people, counties, opened).map((plan) => ({
    ...plan,
    people: plan.county === bigCounty ? people - rest * (counties - 1) : rest,
  }));
}
