// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { FormEvent } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";

afterEach(cleanup);

describe("Button", () => {
  it("stays focusable when disabled, says why, and does nothing", async () => {
    const onClick = vi.fn();
    render(
      <Button disabledReason="Yellow is short by 12" onClick={onClick}>
        Release
      </Button>,
    );
    const button = screen.getByRole("button", { name: "Release" });
    await userEvent.tab();
    expect(button).toHaveFocus();
    expect(button).toHaveAccessibleDescription("Yellow is short by 12");
    expect(screen.getByRole("tooltip")).toHaveTextContent("Yellow is short by 12");
    await userEvent.click(button);
    expect(onClick).not.toHaveBeenCalled();
  });

  it("submits no form while disabled, and submits it once enabled", async () => {
    const onSubmit = vi.fn((event: FormEvent) => event.preventDefault());
    const form = (reason: string | undefined) => (
      <form onSubmit={onSubmit}>
        <Button type="submit" disabledReason={reason}>
          Send
        </Button>
      </form>
    );
    const { rerender } = render(form("Not yet"));
    await userEvent.click(screen.getByRole("button"));
    expect(onSubmit).not.toHaveBeenCalled();
    rerender(form(undefined));
    await userEvent.click(screen.getByRole("button"));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  it("keeps the focus when it becomes disabled", async () => {
    const { rerender } = render(<Button>Run</Button>);
    await userEvent.tab();
    rerender(<Button disabledReason="The price changed">Run</Button>);
    expect(screen.getByRole("button")).toHaveFocus();
  });

  it("answers no second press while busy", async () => {
    const onClick = vi.fn();
    render(
      <Button isBusy onClick={onClick}>
        Run
      </Button>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Run" }));
    expect(onClick).not.toHaveBeenCalled();
    expect(screen.getByRole("button")).toHaveAttribute("aria-busy", "true");
  });
});

describe("IconButton", () => {
  it("has its label as name and shows it on keyboard focus until Escape", async () => {
    render(<IconButton label="Archive" icon={<svg aria-hidden="true" />} />);
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Archive" })).toHaveFocus();
    expect(screen.getByRole("tooltip")).toHaveTextContent("Archive");
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("tooltip")).toBeNull();
  });
});
