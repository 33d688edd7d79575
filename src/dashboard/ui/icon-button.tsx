import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";

export type IconButtonProps = Omit<ButtonProps, "children" | "icon" | "hint" | "aria-label"> & {
  /** Its name, shown as a hint too. */
  label: string;
  icon: ReactNode;
};

export function IconButton({ label, variant = "quiet", ...rest }: IconButtonProps) {
  return <Button {...rest} variant={variant} aria-label={label} hint={label} />;
}
