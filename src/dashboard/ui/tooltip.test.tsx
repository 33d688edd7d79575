// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Tooltip } from "./tooltip.tsx";

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

const balance = (
  <Tooltip text="Counted a minute ago">
    <button type="button">1 952</button>
  </Tooltip>
);

describe("Tooltip", () => {
  it("describes its child while it is shown, and goes with the focus", async () => {
    render(balance);
    const button = screen.getByRole("button");
    expect(button).not.toHaveAccessibleDescription();
    await userEvent.tab();
    expect(button).toHaveAccessibleDescription("Counted a minute ago");
    await userEvent.tab();
    expect(screen.queryByRole("tooltip")).toBeNull();
  });

  it("waits a moment under the pointer, and stays while the pointer goes on to it", () => {
    vi.useFakeTimers();
    render(balance);
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
    const button = screen.getByRole("button");
    fireEvent.pointerEnter(button);
    pass(399);
    expect(screen.queryByRole("tooltip")).toBeNull();
    pass(1);
    const bubble = screen.getByRole("tooltip");
    fireEvent.pointerLeave(button);
    pass(50);
    fireEvent.pointerEnter(bubble);
    pass(1000);
    expect(bubble).toBeInTheDocument();
    fireEvent.pointerLeave(bubble);
    pass(100);
    expect(bubble).not.toBeInTheDocument();
  });
});
