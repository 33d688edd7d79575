/*
 * The borders of `.dependency-cruiser.cjs`. A cruise that finds no modules would pass on nothing, so it has to have seen
 * most of the sources.
 */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { cruise, format } from "dependency-cruiser";

const { options, ...ruleSet } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const folders = ["src", "e2e", "bench"];
const sources = folders
  .flatMap((folder) => readdirSync(folder, { recursive: true }))
  .filter((name) => /\.tsx?$/.test(name));

const { output } = await cruise(folders, { ...options, ruleSet, validate: true });
const seen = output.modules.filter(({ source }) => /^(src|e2e|bench)\//.test(source)).length;
const { output: printed } = await format(output, { outputType: "err" });
console.log(printed);
if (seen < sources.length * 0.9) {
  console.error(`Only ${seen} of ${sources.length} sources were seen; the borders are not checked.`);
  process.exitCode = 1;
} else if (output.summary.error > 0) {
  process.exitCode = 1;
}
