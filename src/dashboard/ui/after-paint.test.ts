// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { afterPaint } from "./after-paint.ts";

it("waits for the frame and for what follows it", () => {
  vi.useFakeTimers();
  const work = vi.fn();
  afterPaint(work);
  let wasDone: boolean | undefined;
  requestAnimationFrame(() => {
    wasDone = work.mock.calls.length > 0;
  });
  vi.runAllTimers();
  expect(wasDone).toBe(false);
  expect(work).toHaveBeenCalledOnce();
  vi.useRealTimers();
});

it("does nothing once it is called off", () => {
  vi.useFakeTimers();
  const work = vi.fn();
  const callOff = afterPaint(work);
  callOff();
  vi.runAllTimers();
  expect(work).not.toHaveBeenCalled();
  vi.useRealTimers();
});
