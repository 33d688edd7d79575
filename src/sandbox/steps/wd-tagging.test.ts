import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { tryStep } from "./step-trial.ts";

const source = "https://sandbox.test/source";
const plain = (background: string, width = 64, height = 64) =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
const tag = async (bytes: Uint8Array, more = {}, surroundings = {}) => {
  const media = { [source]: { bytes, mediaType: "image/png" } };
  const { output } = await tryStep("wdTagging", { mediaUrl: source, ...more }, { media, ...surroundings });
  // Proven by the assertions on them.
  return output as { tags: Record<string, number>; rating: Record<string, number> };
};

describe("wdTagging", () => {
  it.each([
    ["#1040c0", 64, 64, ["blue_theme", "square_format"]],
    ["#d01010", 200, 64, ["red_theme", "wide_image", "landscape_format"]],
    ["#20c020", 64, 200, ["green_theme", "tall_image", "portrait_format"]],
    ["#050505", 64, 64, ["black_theme", "monochrome", "dark"]],
    ["#fafafa", 64, 64, ["white_theme", "monochrome", "bright"]],
  ])("sees colour, light and shape in the pixels: %s, %i x %i", async (colour, width, height, tags) => {
    expect(Object.keys((await tag(await plain(colour, width, height))).tags)).toEqual(expect.arrayContaining(tags));
  });

  it("does not see what is not there", async () => {
    const { tags } = await tag(await plain("#1040c0"));
    expect(tags).not.toHaveProperty("red_theme");
    expect(tags).not.toHaveProperty("monochrome");
  });

  it("names what the sandbox's own picture was made from", async () => {
    const words = { [source]: "A lighthouse above the sea [rated:r]" };
    const { tags } = await tag(await plain("#1040c0"), {}, { words });
    expect(tags).toHaveProperty("lighthouse");
    expect(tags).toHaveProperty("sea");
    expect(tags).not.toHaveProperty("the");
    expect(tags).not.toHaveProperty("rated");
  });

  it("is surer of what it is told to look for", async () => {
    const words = { [source]: "A lighthouse above the sea" };
    const [plainly, sought] = [
      await tag(await plain("#1040c0"), {}, { words }),
      await tag(await plain("#1040c0"), { prompt: "sea" }, { words }),
    ];
    expect(sought.tags.sea).toBeGreaterThan(plainly.tags.sea ?? 1);
    expect(sought.tags.lighthouse).toBe(plainly.tags.lighthouse);
  });

  it("leaves out what is less sure than the threshold, and starts with the surest", async () => {
    const words = { [source]: "A lighthouse above the sea with gulls, boats, rocks, foam and clouds" };
    const scores = Object.values((await tag(await plain("#1040c0"), { threshold: 0.8 }, { words })).tags);
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.8);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const all = Object.keys((await tag(await plain("#1040c0"), { threshold: 0 }, { words })).tags);
    expect(all.length).toBeGreaterThan(scores.length);
  });

  it.each([
    ["pg", "general"],
    ["pg13", "sensitive"],
    ["r", "questionable"],
    ["x", "explicit"],
    ["xxx", "explicit"],
  ])("scores a file rated %s highest as %s", async (rating, strongest) => {
    const { rating: scores } = await tag(await plain("#1040c0"), {}, { ratings: { [source]: rating } });
    expect(Object.entries(scores).toSorted(([, one], [, other]) => other - one)[0]?.[0]).toBe(strongest);
  });
});
