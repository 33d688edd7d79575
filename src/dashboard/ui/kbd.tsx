import { isApple } from "./platform.ts";

const names: Record<string, [apple: string, other: string]> = {
  mod: ["⌘", "Ctrl"],
  shift: ["⇧", "Shift"],
  alt: ["⌥", "Alt"],
  enter: ["↵", "Enter"],
  escape: ["Esc", "Esc"],
  backspace: ["⌫", "Backspace"],
  arrowup: ["↑", "↑"],
  arrowdown: ["↓", "↓"],
  arrowleft: ["←", "←"],
  arrowright: ["→", "→"],
};

/** Keys as a hotkey writes them, `mod+k`, drawn as this platform calls them. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex gap-0.5 font-sans">
      {keys.split("+").map((key) => (
        <span
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-border bg-surface px-1 text-muted text-xs"
        >
          {names[key]?.[isApple() ? 0 : 1] ?? key.charAt(0).toUpperCase() + key.slice(1)}
        </span>
      ))}
    </kbd>
  );
}
