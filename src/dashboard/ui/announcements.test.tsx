// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";
import { announce } from "./live-region.ts";
import { StackedBar } from "./stacked-bar.tsx";
import { toast } from "./toast.ts";
import { Toaster } from "./toaster.tsx";

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
});

describe("announce", () => {
  it("says the text in a polite region", async () => {
    announce("12 new");
    expect(await screen.findByText("12 new")).toHaveAttribute("aria-live", "polite");
  });

  it("speaks from inside an open dialog, which silences the page around it", async () => {
    render(<Dialog isOpen onClose={() => {}} title="Release" />);
    announce("Released");
    expect(screen.getByRole("dialog")).toContainElement(await screen.findByText("Released"));
  });

  it("is heard although the dialog that it speaks from is closed at once", async () => {
    const { rerender } = render(<Dialog isOpen onClose={() => {}} title="Release" />);
    announce("Released and closed");
    rerender(<Dialog isOpen={false} onClose={() => {}} title="Release" />);
    expect(await screen.findByText("Released and closed")).toBeInTheDocument();
  });
});

describe("CopyButton", () => {
  it("copies what its text is when pressed, and says so", async () => {
    const user = userEvent.setup();
    let id = "first";
    render(<CopyButton label="Copy id" text={() => id} />);
    id = "second";
    await user.click(screen.getByRole("button", { name: "Copy id" }));
    expect(await navigator.clipboard.readText()).toBe("second");
    expect(screen.getByRole("button", { name: "Copied" })).toBeInTheDocument();
  });

  it("says when the browser refuses", async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("denied"));
    render(<CopyButton label="Copy id" text="x" />);
    await user.click(screen.getByRole("button", { name: "Copy id" }));
    expect(screen.getByRole("button", { name: "Copying was refused" })).toBeInTheDocument();
  });
});

describe("toast", () => {
  it("shows what was told before the drawing part had come, with its action", async () => {
    // The test's document has no width that could be asked for.
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    const undone = vi.fn();
    render(<Toaster />);
    toast({ title: "Three deleted", action: { label: "Undo", onPress: undone } });
    expect(await screen.findByText("Three deleted")).toBeInTheDocument();
    // A plain click: the test's document lacks the pointer capture that a drag of a toast begins with.
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(undone).toHaveBeenCalledOnce();
  });

  it("waits while a dialog covers the page, also while one dialog gives way to the next", async () => {
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    const page = (title: string | undefined) => (
      <>
        <Toaster />
        {title ? <Dialog key={title} isOpen onClose={() => {}} title={title} /> : null}
      </>
    );
    const { rerender } = render(page(undefined));
    toast({ title: "Seen at once" });
    expect(await screen.findByText("Seen at once")).toBeInTheDocument();
    rerender(page("First"));
    toast({ title: "Held back" });
    rerender(page("Second"));
    expect(await screen.findByRole("dialog", { name: "Second" })).toBeInTheDocument();
    expect(screen.queryByText("Held back")).toBeNull();
    rerender(page(undefined));
    expect(await screen.findByText("Held back")).toBeInTheDocument();
  });
});

describe("StackedBar", () => {
  it("tells its segments in words and leaves out what is nothing", () => {
    const segment = (id: string, value: number) => ({ id, value, label: `${id} ${value}`, className: "bg-accent" });
    render(<StackedBar label="Blue" segments={[segment("run", 40), segment("tip", 0), segment("left", 60)]} />);
    expect(screen.getByRole("img")).toHaveAccessibleName("Blue: run 40, left 60");
  });
});
