import { describe, expect, it } from "vitest";

const hues =
  "slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose";
const rawClass = new RegExp(
  `(?<![\\w-])(?:bg|text|border(?:-[xytrblse])?|outline|ring|fill|stroke|from|via|to|divide|accent|caret|decoration|shadow|placeholder)-(?:(?:${hues})-\\d{2,3}|white|black|\\[#)`,
  "g",
);

const sources: Record<string, string> = import.meta.glob(["../**/*.{ts,tsx}", "!../**/*.test.{ts,tsx}"], {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("classes", () => {
  it("name a token, never a colour of the raw palette", () => {
    const found = Object.entries(sources).flatMap(([file, text]) =>
      [...text.matchAll(rawClass)].map(([name]) => `${file}: ${name}`),
    );
    expect(Object.keys(sources)).toContain("./button.tsx");
    expect(found).toEqual([]);
  });

  it.each(["text-red-500", "hover:bg-white", "border-t-zinc-200", "text-black", "bg-[#fff]"])("finds %s", (name) => {
    expect(`"px-2 ${name}"`.match(rawClass)).toHaveLength(1);
  });

  it.each(["text-buzz-blue", "bg-danger-quiet", "border-t-border", "text-text"])("lets %s pass", (name) => {
    expect(`"px-2 ${name}"`.match(rawClass)).toBeNull();
  });
});
