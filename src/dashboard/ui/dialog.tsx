import clsx from "clsx";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useId, useRef } from "react";
import { IconButton } from "./icon-button.tsx";
import { enterModal } from "./modals.ts";
import { showOnTop } from "./top-layer.ts";
import { matchesHotkey } from "./use-hotkey.ts";

export type DialogProps = {
  isOpen: boolean;
  /** Escape, the x, a press beside it. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  /** Ctrl or Command with Enter, from anywhere inside. */
  onConfirm?: (() => void) | undefined;
  /** Where the focus starts; at the first text to fill in when not given. A dialog that spends starts on Cancel. */
  initialFocus?: RefObject<HTMLElement | null>;
  size?: "sm" | "md" | "lg" | "xl" | "full";
  children?: ReactNode;
};

const sizes = {
  sm: "sm:top-[12vh] sm:max-h-[80vh] sm:w-100",
  md: "sm:top-[12vh] sm:max-h-[80vh] sm:w-130",
  lg: "sm:top-[12vh] sm:max-h-[80vh] sm:w-180",
  xl: "sm:top-[12vh] sm:max-h-[80vh] sm:w-260",
  full: "h-[92dvh] sm:top-4 sm:h-[calc(100dvh-32px)] sm:max-h-none",
};

const texts = "textarea:not(:disabled), input:is(:not([type]), [type='text'], [type='search']):not(:disabled)";

/** A modal window; a sheet from below on a phone. Its content is in the document only while open. */
export function Dialog({ isOpen, ...rest }: DialogProps) {
  return isOpen ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({
  onClose,
  title,
  description,
  footer,
  onConfirm,
  initialFocus,
  size = "md",
  children,
}: Omit<DialogProps, "isOpen">) {
  const id = useId();
  const pressBegan = useRef<EventTarget>(null);
  const show = useCallback(
    (dialog: HTMLDialogElement) => {
      const before = document.activeElement;
      const leave = enterModal(dialog);
      showOnTop(dialog);
      // The browser takes the first control, which is the x.
      (initialFocus?.current ?? dialog.querySelector<HTMLElement>(texts))?.focus();
      return () => {
        leave();
        if (typeof dialog.close === "function") dialog.close();
        if (before instanceof HTMLElement) before.focus();
      };
    },
    [initialFocus],
  );
  const keys = (event: KeyboardEvent) => {
    // What floats above the dialog inside it has dealt with the key already.
    if (event.defaultPrevented) return;
    if (event.key === "Escape") onClose();
    else if (onConfirm && matchesHotkey(event.nativeEvent, "mod+enter")) {
      // A key that is held down since before confirms nothing: what is asked now was not read yet.
      if (!event.repeat) onConfirm();
    } else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={show}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onKeyDown={keys}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // A press that began inside (a selection of text) and ended outside is no wish to leave.
      onPointerDown={(event) => {
        pressBegan.current = event.target;
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && pressBegan.current === event.currentTarget) onClose();
      }}
      className={clsx(
        "fixed inset-x-0 top-auto bottom-0 m-0 max-h-[92dvh] w-full max-w-full animate-sheet overflow-hidden overscroll-contain rounded-t-lg border-0 bg-raised p-0 text-base text-text shadow-float backdrop:bg-overlay",
        "sm:inset-x-4 sm:bottom-auto sm:mx-auto sm:max-w-[calc(100vw-32px)] sm:rounded-lg",
        sizes[size],
      )}
    >
      <div className={clsx("flex flex-col", size === "full" ? "h-full" : "max-h-[inherit]")}>
        <header className="flex items-start gap-2 px-5 pt-4">
          <div className="min-w-0 flex-1">
            <h2 id={`${id}-title`} className="font-semibold text-lg">
              {title}
            </h2>
            {description && (
              <p id={`${id}-description`} className="mt-0.5 text-muted text-sm">
                {description}
              </p>
            )}
          </div>
          <IconButton label="Close" icon={<X />} size="sm" className="-mr-2" onClick={onClose} />
        </header>
        {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-4 pb-1">{children}</div>}
        {footer ? (
          <footer className="flex flex-wrap justify-end gap-2 px-5 pt-4 pb-4">{footer}</footer>
        ) : (
          <div className="pb-5" />
        )}
      </div>
    </dialog>
  );
}
