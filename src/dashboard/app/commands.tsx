import { Suspense, useState } from "react";
import { lazyPart } from "#dashboard/ui/lazy-part.ts";
import { useHotkey } from "#dashboard/ui/use-hotkey.ts";

const Palette = lazyPart(async () => (await import("./palette.tsx")).Palette);
const KeySheet = lazyPart(async () => (await import("#dashboard/features/palette/key-sheet.tsx")).KeySheet);

type Open = "palette" | "keys" | undefined;

/** The command palette and the sheet of keys, behind `mod+k` and `?` on every screen. */
export function Commands({ open, onOpen }: { open: Open; onOpen: (open: Open) => void }) {
  useHotkey("mod+k", () => onOpen("palette"), { evenWhileTyping: true });
  useHotkey("?", () => onOpen("keys"));
  const close = () => onOpen(undefined);
  return (
    <Suspense>
      {open === "palette" ? <Palette onKeys={() => onOpen("keys")} onClose={close} /> : null}
      {open === "keys" ? <KeySheet onClose={close} /> : null}
    </Suspense>
  );
}

/** Which of the two is open. */
export function useCommands() {
  const [open, setOpen] = useState<Open>();
  return { open, onOpen: setOpen };
}
