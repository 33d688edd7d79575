// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lazyPart, loadAhead, whenIdle } from "./lazy-part.ts";

let isHidden = false;

function put(hidden: boolean): void {
  isHidden = hidden;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  vi.useFakeTimers();
  isHidden = false;
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => (isHidden ? "hidden" : "visible"));
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

describe("code that is fetched ahead", () => {
  it("comes part by part, each when the browser has time again", () => {
    const idle: (() => void)[] = [];
    vi.stubGlobal("requestIdleCallback", (work: () => void) => idle.push(work));
    const fetched: string[] = [];
    const load = (name: string) => () => {
      fetched.push(name);
      return Promise.reject(new Error("No network."));
    };
    lazyPart(load("a part"));
    loadAhead([load("a screen"), load("another screen")]);
    expect(fetched).toEqual(["a part"]);
    idle.shift()?.();
    expect(fetched).toEqual(["a part", "a screen"]);
    idle.shift()?.();
    idle.shift()?.();
    expect(fetched).toEqual(["a part", "a screen", "another screen"]);
    expect(idle).toEqual([]);
    lazyPart(load("a part of a screen"));
    put(true);
    idle.shift()?.();
    expect(fetched).toHaveLength(3);
    put(false);
    expect(fetched).toHaveLength(4);
    vi.unstubAllGlobals();
  });
});
