import { Checkbox, type CheckboxProps } from "#dashboard/ui/checkbox.tsx";

/** Whether a key stays on this device after the tab is closed, and what that means. */
export function KeepKey(props: Omit<CheckboxProps, "label" | "description">) {
  return (
    <Checkbox
      {...props}
      label="Remember on this device"
      description="Without it the key ends with this tab. With it, whoever uses this browser can spend with it."
    />
  );
}
