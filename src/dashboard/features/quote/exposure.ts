import { releasePrice } from "#contract/release-price.ts";
import type { Workflow } from "#contract/workflow.ts";
import { amountsInWords } from "#dashboard/display/say-amounts.ts";
import { buzzNumber } from "#dashboard/display/words.ts";

/**
 * What an upgrade would cost if all output turned out mature, in a sentence; `undefined` where mature output is
 * delivered anyway. Source: guide, "Payments (Buzz)".
 */
export function exposureSentence(quote: Workflow): string | undefined {
  if (quote.allowMatureContent === true) return undefined;
  const price = releasePrice(quote);
  const start = "If all output turns out mature, ";
  if (!price) return `${start}what releasing it costs is unknown.`;
  if (price.chargeYellow === 0) return `${start}releasing it costs nothing more: yellow has paid for it.`;
  const back = amountsInWords(price.refund);
  const verb = quote.upgradeMode === "automatic" ? "is charged by itself" : "releases it";
  return `${start}${buzzNumber(price.chargeYellow)} yellow ${verb}, and ${back.join(" and ")} ${back.length > 1 ? "come" : "comes"} back.`;
}
