export type Tone = "info" | "success" | "warning" | "danger";

export const quietTone: Record<Tone, string> = {
  info: "bg-info-quiet text-info",
  success: "bg-success-quiet text-success",
  warning: "bg-warning-quiet text-warning",
  danger: "bg-danger-quiet text-danger",
};
