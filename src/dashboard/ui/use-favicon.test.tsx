// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drawFavicon, type FaviconKind, useFavicon } from "./use-favicon.ts";

function Marked({ kind }: { kind: FaviconKind | undefined }) {
  useFavicon(kind);
  return null;
}

const icon = () => document.querySelector<HTMLLinkElement>('link[rel="icon"]')?.href ?? "";

describe("useFavicon", () => {
  beforeEach(() => {
    document.head.innerHTML = '<link rel="icon" href="/favicon.svg" />';
  });
  afterEach(cleanup);

  it("marks the icon, follows a change, and leaves the plain one behind", () => {
    const plain = icon();
    const view = render(<Marked kind="running" />);
    expect(decodeURIComponent(icon())).toContain(drawFavicon("running"));
    view.rerender(<Marked kind="failed" />);
    expect(decodeURIComponent(icon())).toContain(drawFavicon("failed"));
    view.rerender(<Marked kind={undefined} />);
    expect(icon()).toBe(plain);
    view.rerender(<Marked kind="done" />);
    view.unmount();
    expect(icon()).toBe(plain);
  });

  it("tells every kind by shape, not by colour alone", () => {
    const kinds = ["running", "done", "failed", "attention"] as const;
    const shapes = kinds.map((kind) => drawFavicon(kind).replaceAll(/#[0-9a-f]{3,6}/g, ""));
    expect(new Set(shapes).size).toBe(kinds.length);
    for (const kind of kinds) {
      const parsed = new DOMParser().parseFromString(drawFavicon(kind), "image/svg+xml");
      expect(parsed.querySelector("parsererror")).toBeNull();
    }
  });
});
