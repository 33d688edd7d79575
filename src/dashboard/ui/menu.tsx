import clsx from "clsx";
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Kbd } from "./kbd.tsx";
import type { Align, Side } from "./place-beside.ts";
import { floatingPanel, type TriggerProps, useFloating } from "./use-floating.ts";

export type MenuItem = {
  id: string;
  label: string;
  /** A second, quieter line. */
  hint?: string;
  icon?: ReactNode;
  /** Shown only; the hotkey itself is registered where the action is. */
  keys?: string;
  isDanger?: boolean;
  /** For items that switch something: drawn as a check, told as a state. */
  isChecked?: boolean;
  disabledReason?: string | undefined;
  /** A line above it. */
  startsGroup?: boolean;
  onSelect: () => void;
};

export type MenuProps = {
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  items: readonly MenuItem[];
  side?: Side;
  align?: Align;
  onIntent?: () => void;
};

const typingPauseMs = 500;

/** Arrow keys, Home, End and the first letters move; Enter or Space chooses; Escape and Tab leave. */
export function Menu({ label, trigger, items, side = "bottom", align = "end", onIntent }: MenuProps) {
  const { isOpen, close, panel, triggerProps, panelProps } = useFloating({ kind: "menu", side, align, onIntent });
  const typed = useRef({ text: "", at: 0 });
  const itemsOnScreen = () => [...(panel.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];

  useEffect(() => {
    if (isOpen) panel.current?.querySelector<HTMLElement>("[role^=menuitem]")?.focus();
  }, [isOpen, panel]);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = itemsOnScreen();
    const at = all.findIndex((item) => item.contains(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") close();
    else if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      const isNewWord = event.timeStamp - typed.current.at > typingPauseMs;
      typed.current = { text: (isNewWord ? "" : typed.current.text) + event.key.toLowerCase(), at: event.timeStamp };
      const { text } = typed.current;
      const start = text.length === 1 ? at + 1 : at;
      const inTurn = [...all.slice(start), ...all.slice(0, start)];
      inTurn.find((item) => item.textContent?.toLowerCase().startsWith(text))?.focus();
    } else return panelProps.onKeyDown(event);
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {trigger(triggerProps)}
      {isOpen && (
        <div
          {...panelProps}
          role="menu"
          aria-label={label}
          onKeyDown={move}
          className={clsx(floatingPanel, "min-w-44 p-1")}
        >
          {items.map((item) => (
            <Fragment key={item.id}>
              {item.startsGroup && <hr className="-mx-1 my-1 border-border" />}
              <MenuRow item={item} onChoose={close} />
            </Fragment>
          ))}
        </div>
      )}
    </>
  );
}

function MenuRow({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const isDisabled = item.disabledReason !== undefined;
  return (
    <button
      type="button"
      {...(item.isChecked === undefined
        ? { role: "menuitem" }
        : { role: "menuitemcheckbox", "aria-checked": item.isChecked })}
      aria-disabled={isDisabled || undefined}
      tabIndex={-1}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      onClick={() => {
        if (isDisabled) return;
        // The focus goes back first, so that a dialog opened by the item returns it there in the end.
        onChoose();
        item.onSelect();
      }}
      className={clsx(
        "flex w-full items-center gap-2 rounded-sm px-2 py-1.5 text-left text-sm outline-none focus:bg-hover",
        isDisabled ? "text-subtle" : item.isDanger ? "text-danger" : "text-text",
      )}
    >
      {item.icon}
      <span className="flex-1">
        {item.label}
        {item.hint && <span className="block text-muted text-xs">{item.hint}</span>}
        {isDisabled && <span className="block text-xs">{item.disabledReason}</span>}
      </span>
      {item.isChecked && <span aria-hidden="true">✓</span>}
      {item.keys && <Kbd keys={item.keys} />}
    </button>
  );
}
