import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonSize, type ButtonVariant } from "./button.tsx";
import { IconButton } from "./icon-button.tsx";
import { announce } from "./live-region.ts";

const thanksMs = 1500;

export type CopyButtonProps = {
  /** The text, or how to make it when pressed. */
  text: string | (() => string);
  /** Says what is copied: "Copy id". */
  label: string;
  isIconOnly?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
};

export function CopyButton({ text, label, isIconOnly = false, variant, size, className }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<"copied" | "refused">();
  useEffect(() => {
    if (!outcome) return;
    const timer = window.setTimeout(() => setOutcome(undefined), thanksMs);
    return () => window.clearTimeout(timer);
  }, [outcome]);

  const copy = async () => {
    const next = await navigator.clipboard.writeText(typeof text === "string" ? text : text()).then(
      () => "copied" as const,
      () => "refused" as const,
    );
    setOutcome(next);
    announce(next === "copied" ? "Copied" : "The browser refused to copy");
  };
  const icon = outcome === "copied" ? <Check className="text-success" /> : <Copy />;
  const shared = { icon, size, className, onClick: () => void copy() };
  const words = outcome === "copied" ? "Copied" : outcome === "refused" ? "Copying was refused" : label;
  if (isIconOnly) return <IconButton {...shared} variant={variant} label={words} />;
  return (
    <Button {...shared} variant={variant}>
      {words}
    </Button>
  );
}
