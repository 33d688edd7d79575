import { describe, expect, it } from "vitest";
import { explainReason } from "./explain-reason.ts";

describe("explainReason", () => {
  it.each(["no_provider_available", "NoProviderAvailable", "no-provider-available"])(
    "knows %s however it is spelt",
    (code) => {
      expect(explainReason(code)).toEqual({ words: "No provider was there to do this work.", code });
    },
  );

  it("leaves a sentence as it is", () => {
    expect(explainReason('Canceled, because step "hero" is failed.')).toEqual({
      words: 'Canceled, because step "hero" is failed.',
    });
  });

  it("says that it does not know a code, and shows it", () => {
    expect(explainReason("E_4711")).toEqual({
      words: "The server gave a code that is not known here.",
      code: "E_4711",
    });
  });
});
