// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Alert } from "./alert.tsx";
import { Button } from "./button.tsx";
import { ConfirmDialog, type ConfirmDialogProps } from "./confirm-dialog.tsx";
import { Dialog } from "./dialog.tsx";
import { HeldDialog } from "./held-dialog.tsx";

afterEach(cleanup);

function Page(props: Partial<ConfirmDialogProps>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Open</Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Release two images"
        description="They become yours."
        confirmLabel="Release for 48"
        variant="spend"
        onConfirm={() => setIsOpen(false)}
        {...props}
      />
    </>
  );
}

async function openDialog(props: Partial<ConfirmDialogProps> = {}) {
  render(<Page {...props} />);
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  return screen.getByRole("dialog", { name: "Release two images" });
}

describe("Dialog", () => {
  it("starts at the first text to fill in, and not at its x", () => {
    render(
      <Dialog isOpen title="Import" onClose={() => {}} footer={<Button>Import</Button>}>
        <input type="checkbox" aria-label="All" />
        <textarea aria-label="Text" />
      </Dialog>,
    );
    expect(screen.getByRole("textbox", { name: "Text" })).toHaveFocus();
  });
});

describe("HeldDialog", () => {
  const typed = { title: "What you typed is not kept", words: "It was not saved.", leaveLabel: "Leave it" };
  const leave = () => userEvent.click(screen.getByRole("button", { name: "Close" }));
  const query = () => screen.queryByRole("dialog", { name: typed.title });

  it("asks before it is left, while it holds something", async () => {
    const onClose = vi.fn();
    const { rerender } = render(<HeldDialog question={typed} onClose={onClose} title="Save" />);
    await leave();
    await userEvent.click(screen.getByRole("button", { name: "Stay" }));
    expect(query()).toBeNull();
    await leave();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Leave it" }));
    expect(onClose).toHaveBeenCalledOnce();
    rerender(<HeldDialog question={undefined} onClose={onClose} title="Save" />);
    await leave();
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  it("takes a question back whose matter has ended, and does not bring it up again by itself", async () => {
    const { rerender } = render(<HeldDialog question={typed} onClose={vi.fn()} title="Save" />);
    await leave();
    expect(query()).toBeVisible();
    rerender(<HeldDialog question={undefined} onClose={vi.fn()} title="Save" />);
    expect(query()).toBeNull();
    rerender(<HeldDialog question={typed} onClose={vi.fn()} title="Save" />);
    expect(query()).toBeNull();
  });
});

describe("ConfirmDialog", () => {
  it("is named and described, and starts on the way out", async () => {
    expect(await openDialog()).toHaveAccessibleDescription("They become yours.");
    expect(screen.getByRole("button", { name: "Cancel" })).toHaveFocus();
  });

  it("leaves on Escape and gives the focus back", async () => {
    const onConfirm = vi.fn();
    await openDialog({ onConfirm });
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByRole("button", { name: "Open" })).toHaveFocus();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it("confirms by Control and Enter, and by nothing less", async () => {
    const onConfirm = vi.fn();
    await openDialog({ onConfirm, children: <input aria-label="Why" /> });
    await userEvent.type(screen.getByRole("textbox"), "because{Enter}");
    expect(onConfirm).not.toHaveBeenCalled();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it.each([{ isBusy: true }, { disabledReason: "Yellow is short by 12" }])(
    "confirms nothing while %o",
    async (state) => {
      const onConfirm = vi.fn();
      await openDialog({ onConfirm, ...state });
      await userEvent.keyboard("{Control>}{Enter}{/Control}");
      await userEvent.click(screen.getByRole("button", { name: "Release for 48" }));
      expect(onConfirm).not.toHaveBeenCalled();
      expect(screen.getByRole("dialog")).toBeInTheDocument();
    },
  );

  it("takes a key that is held down since before for no answer", async () => {
    const onConfirm = vi.fn();
    const dialog = await openDialog({ onConfirm });
    fireEvent.keyDown(dialog, { key: "Enter", ctrlKey: true, repeat: true });
    expect(onConfirm).not.toHaveBeenCalled();
    fireEvent.keyDown(dialog, { key: "Enter", ctrlKey: true });
    expect(onConfirm).toHaveBeenCalledOnce();
  });

  it("shows why the last try failed", async () => {
    await openDialog({ error: <Alert tone="danger" isAnnounced title="Nothing was released" /> });
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was released");
  });

  it("leaves on a press beside it, but not on one that began inside", async () => {
    const dialog = await openDialog();
    const user = userEvent.setup();
    await user.pointer([
      { keys: "[MouseLeft>]", target: screen.getByText("They become yours.") },
      { keys: "[/MouseLeft]", target: dialog },
    ]);
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    await user.click(dialog);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
