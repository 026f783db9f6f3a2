import { converter, type RuleDiagram } from "../diagram/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Text } from "../text.ts";
import { conditionInWords } from "../decision/words.ts";
import type { Ground, RuleSet } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** Parts of a rule's own condition without which it says the same. */
export function needlessConditions(
  diagram: RuleDiagram,
  rules: RuleSet,
  facts: ReadonlyMap<string, Fact>,
): readonly { readonly ground: Ground; readonly part: Text }[] {
  const { manager } = diagram;
  const toNode = converter(manager, diagram.variables, diagram.on);
  return rules.grounds.flatMap((ground, index) => {
    const whole = diagram.grounds[index]!;
    if (whole === 0) return [];
    return variants(ground.when).flatMap(({ without, part }) =>
      manager.and(toNode(ground.where), toNode(without)) === whole
        ? [{ ground, part: conditionInWords(part, facts) }]
        : [],
    );
  });
}

/** The condition with one part of an `and` or `or` left out, part by part. */
function variants(core: Core): readonly { readonly without: Core; readonly part: Core }[] {
  switch (core.op) {
    case "and":
    case "or":
      return core.of.flatMap((part, index) => {
        const others = core.of.toSpliced(index, 1);
        const inner = variants(part).map(({ without, part: left }) => ({
          without: { ...core, of: core.of.with(index, without) },
          part: left,
        }));
        return [{ without: { ...core, of: others }, part }, ...inner];
      });
    case "not":
      return variants(core.of).map(({ without, part }) => ({
        without: { op: "not", of: without },
        part,
      }));
    default:
      return [];
  }
}
