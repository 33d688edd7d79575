// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { whenIdle } from "./lazy-part.ts";

let isHidden = false;

function put(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(document, "hidden", "get").mockImplementation(() => isHidden);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("work for which nobody waits", () => {
  it("begins once the page has settled", () => {
    const work = vi.fn();
    whenIdle(work);
    expect(work).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(work).toHaveBeenCalledOnce();
  });

  it("waits in a tab that nobody looks at until somebody does", () => {
    const work = vi.fn();
    put(true);
    whenIdle(work);
    vi.runAllTimers();
    expect(work).not.toHaveBeenCalled();
    put(false);
    vi.runAllTimers();
    put(true);
    put(false);
    expect(work).toHaveBeenCalledOnce();
  });

  it("is called off, also while it waits to be looked at", () => {
    const work = vi.fn();
    whenIdle(work)();
    put(true);
    const callOff = whenIdle(work);
    vi.runAllTimers();
    callOff();
    put(false);
    vi.runAllTimers();
    expect(work).not.toHaveBeenCalled();
  });
});
