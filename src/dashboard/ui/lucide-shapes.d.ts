/*
 * The shapes of icons, which the package's types keep to themselves: those that `sign.tsx` draws.
 */

declare module "lucide-react/icons/arrow-down-to-line" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/chevron-right" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/circle-check" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/circle-dashed" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/circle-slash" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/circle-x" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/clock" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/hourglass" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/loader-circle" {
  export const __iconData: import("./sign.tsx").SignData;
}
declare module "lucide-react/icons/zap" {
  export const __iconData: import("./sign.tsx").SignData;
}
