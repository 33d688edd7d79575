import type { Dialect, DialectName } from "./dialect.ts";
import { guideDialect } from "./guide.ts";
import { hostedDialect } from "./hosted.ts";

const dialects: Record<DialectName, Dialect> = { guide: guideDialect, hosted: hostedDialect };

/** The dialect of a sandbox, chosen once when it is put together. */
export function chooseDialect(name: DialectName = "guide"): Dialect {
  return dialects[name];
}
