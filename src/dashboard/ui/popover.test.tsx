// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { Popover } from "./popover.tsx";
import { TextField } from "./text-field.tsx";

afterEach(cleanup);

const tags = (onIntent?: () => void) => (
  <Popover label="Tags" trigger={(props) => <Button {...props}>Tags</Button>} onIntent={onIntent}>
    {(close) => (
      <>
        <TextField aria-label="With" />
        <Button onClick={close}>Apply</Button>
      </>
    )}
  </Popover>
);

describe("Popover", () => {
  it("takes the focus in and gives it back", async () => {
    render(tags());
    await userEvent.click(screen.getByRole("button", { name: "Tags" }));
    expect(screen.getByRole("dialog", { name: "Tags" })).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "With" })).toHaveFocus();
    await userEvent.click(screen.getByRole("button", { name: "Apply" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Tags" })).toHaveFocus();
  });

  it("closes when Tab leaves it", async () => {
    render(
      <>
        {tags()}
        <Button>After</Button>
      </>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Tags" }));
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "Apply" })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole("button", { name: "After" })).toHaveFocus();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("tells of the intent to open before it is opened", async () => {
    const onIntent = vi.fn();
    render(tags(onIntent));
    await userEvent.hover(screen.getByRole("button", { name: "Tags" }));
    expect(onIntent).toHaveBeenCalled();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("closes alone on Escape inside a dialog", async () => {
    const onClose = vi.fn();
    render(
      <Dialog isOpen onClose={onClose} title="Edit">
        {tags()}
      </Dialog>,
    );
    await userEvent.click(screen.getByRole("button", { name: "Tags" }));
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: "Tags" })).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledOnce();
  });
});
