// @vitest-environment jsdom
import "@testing-library/jest-dom/vitest";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Dialog } from "./dialog.tsx";
import { matchesHotkey, useHotkey } from "./use-hotkey.ts";

afterEach(cleanup);

function Page({ keys, onPress, evenWhileTyping }: { keys: string; onPress: () => void; evenWhileTyping?: boolean }) {
  useHotkey(keys, onPress, { evenWhileTyping });
  return <input aria-label="Filter" />;
}

describe("useHotkey", () => {
  it("hears a bare letter, but not inside a text", async () => {
    const onPress = vi.fn();
    render(<Page keys="j" onPress={onPress} />);
    await userEvent.keyboard("j");
    expect(onPress).toHaveBeenCalledOnce();
    await userEvent.type(screen.getByRole("textbox"), "jj");
    expect(onPress).toHaveBeenCalledOnce();
    expect(screen.getByRole("textbox")).toHaveValue("jj");
  });

  it("hears a modified key inside a text when asked to", async () => {
    const onPress = vi.fn();
    render(<Page keys="mod+k" onPress={onPress} evenWhileTyping />);
    await userEvent.type(screen.getByRole("textbox"), "{Control>}k{/Control}");
    expect(onPress).toHaveBeenCalledOnce();
  });

  it("is silent under an open dialog", async () => {
    const onPress = vi.fn();
    render(
      <>
        <Page keys="j" onPress={onPress} />
        <Dialog isOpen onClose={() => {}} title="Delete" />
      </>,
    );
    await userEvent.keyboard("j");
    expect(onPress).not.toHaveBeenCalled();
  });

  it("is heard in the dialog that holds what it is about, and not under one in front of that", async () => {
    const onPress = vi.fn();
    const page = (isAsking: boolean) => (
      <>
        <Dialog isOpen={isAsking} onClose={() => {}} title="Leave it?" />
        <Dialog isOpen onClose={() => {}} title="Run">
          <Run onPress={onPress} />
        </Dialog>
      </>
    );
    const { rerender } = render(page(false));
    await userEvent.keyboard("j");
    expect(onPress).toHaveBeenCalledOnce();
    rerender(page(true));
    await userEvent.keyboard("j");
    expect(onPress).toHaveBeenCalledOnce();
  });
});

function Run({ onPress }: { onPress: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useHotkey("j", onPress, { within: button });
  return (
    <button ref={button} type="button">
      Run
    </button>
  );
}

describe("matchesHotkey", () => {
  const press = (key: string, held: Partial<Record<"metaKey" | "ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
    key,
    metaKey: false,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  });

  it.each([
    ["j", press("j"), true],
    ["j", press("J", { shiftKey: true }), false],
    ["j", press("j", { ctrlKey: true }), false],
    ["shift+x", press("X", { shiftKey: true }), true],
    ["?", press("?", { shiftKey: true }), true],
    ["?", press("?"), true],
    ["mod+enter", press("Enter", { ctrlKey: true }), true],
    ["mod+enter", press("Enter"), false],
    ["mod+enter", press("Enter", { metaKey: true }), false],
    ["mod+shift+z", press("z", { ctrlKey: true }), false],
  ])("%s by %o is %s", (keys, event, expected) => {
    expect(matchesHotkey(event, keys)).toBe(expected);
  });

  it("takes Command for mod on Apple's systems", () => {
    vi.spyOn(navigator, "userAgent", "get").mockReturnValue("Mozilla/5.0 (Macintosh)");
    expect(matchesHotkey(press("k", { metaKey: true }), "mod+k")).toBe(true);
    expect(matchesHotkey(press("k", { ctrlKey: true }), "mod+k")).toBe(false);
  });
});
