import { describe, expect, it } from "vitest";
import { changeSettings, emptyChain } from "../chain.ts";
import { readTemplate } from "../chain-template.ts";
import { copyOfChain, draftTitle, isEmptyDraft, newDraft, readDraft } from "./draft.ts";

const chain = readTemplate({
  steps: [
    { $type: "imageGen", input: { prompt: "a fox", loras: { a: 1 } } },
    { $type: "imageUpscaler", name: "up", typo: 1 },
  ],
  tags: ["a"],
  callbacks: [{ url: "https://example.com", type: ["workflow:*"] }],
});

describe("readDraft", () => {
  it("gives back what was kept", () => {
    const draft = newDraft("sandbox", chain);
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(JSON.parse(JSON.stringify(draft)));
  });

  it("knows a draft of before there were members beside", () => {
    const draft = newDraft("sandbox", emptyChain());
    const { rest: _, ...settings } = draft.chain.settings;
    expect(readDraft({ ...draft, chain: { ...draft.chain, settings } })?.chain.settings.rest).toEqual({});
  });

  it.each([undefined, null, 3, {}, { id: "a", connectionId: "b", savedAt: 1, chain: { steps: "none" } }])(
    "passes over %j",
    (kept) => {
      expect(readDraft(kept)).toBeUndefined();
    },
  );
});

describe("copyOfChain", () => {
  it("is the same chain under an id of its own, so that its run is not taken for that of the other draft", () => {
    const { externalId, ...others } = copyOfChain(newDraft("sandbox", chain));
    expect({ ...others, externalId: chain.externalId }).toEqual(chain);
    expect(externalId).not.toBe(chain.externalId);
  });
});

describe("draftTitle", () => {
  it("is the name, else the steps, else that it is empty", () => {
    expect(draftTitle({ chain: changeSettings(chain, { name: " Spring " }) })).toBe("Spring");
    expect(draftTitle({ chain })).toBe("Image, Upscale");
    expect(draftTitle({ chain: emptyChain() })).toBe("Empty draft");
  });
});

describe("isEmptyDraft", () => {
  it("is a chain without steps, name and metadata", () => {
    expect(isEmptyDraft(emptyChain())).toBe(true);
    expect(isEmptyDraft(changeSettings(emptyChain(), { name: "x" }))).toBe(false);
    expect(isEmptyDraft(chain)).toBe(false);
  });
});
