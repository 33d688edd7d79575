import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { airDoubt } from "./air-form.ts";

const samplesPath = join(process.env.CONTRACT_DATA ?? "../shared", "samples/requests.json");
const published = existsSync(samplesPath) ? (readFileSync(samplesPath, "utf8").match(/urn:air:[^"\s]+/g) ?? []) : [];

describe("airDoubt", () => {
  it.each([
    "urn:air:sdxl:checkpoint:civitai:101055@128078",
    "urn:air:sd1:lora:civitai:82098@87153",
    "urn:air:flux1:checkpoint:huggingface:black-forest-labs",
    "openai/gpt-oss-120b",
    "",
  ])("has none of %j", (text) => {
    expect(airDoubt(text)).toBeUndefined();
  });

  it.each([
    "101055@128078",
    "urn:air:sdxl:checkpoint",
    "air:sdxl:checkpoint:civitai:1@2",
    "urn:air:sdxl:checkpoint:civitai:1 @2",
  ])("has one of %j", (text) => {
    expect(airDoubt(text)).toContain("does not look like an AIR");
  });

  it.skipIf(published.length === 0)("has none of the AIRs of the guide", () => {
    expect(published.filter((text) => airDoubt(text) !== undefined)).toEqual([]);
  });
});
