import { type ReactNode, useRef } from "react";
import { Button, type ButtonVariant } from "./button.tsx";
import { Dialog, type DialogProps } from "./dialog.tsx";

export type ConfirmDialogProps = Pick<
  DialogProps,
  "isOpen" | "onClose" | "title" | "description" | "size" | "children"
> & {
  /** Verb and thing, and what it costs: never "OK". */
  confirmLabel: string;
  variant?: ButtonVariant;
  onConfirm: () => void;
  isBusy?: boolean;
  disabledReason?: string | undefined;
  cancelLabel?: string;
  /** Why the last try failed, above the buttons. */
  error?: ReactNode;
};

/** Asks before what cannot be taken back. The focus starts on the way out. */
export function ConfirmDialog({
  confirmLabel,
  variant = "primary",
  onConfirm,
  isBusy = false,
  disabledReason,
  cancelLabel = "Cancel",
  error,
  children,
  ...dialog
}: ConfirmDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null);
  const isReady = !isBusy && disabledReason === undefined;
  return (
    <Dialog
      {...dialog}
      initialFocus={cancel}
      onConfirm={isReady ? onConfirm : undefined}
      footer={
        <>
          <Button ref={cancel} onClick={dialog.onClose}>
            {cancelLabel}
          </Button>
          <Button variant={variant} isBusy={isBusy} disabledReason={disabledReason} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {(children || error) && (
        <div className="flex flex-col gap-3">
          {children}
          {error}
        </div>
      )}
    </Dialog>
  );
}
