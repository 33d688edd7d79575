import { createElement, type ReactNode } from "react";

/** An icon as Lucide keeps it: the elements that it consists of. */
type SignData = { node: readonly (readonly [tag: string, attributes: Record<string, string>])[] };

// Every icon exports its elements, which the package's types keep to themselves. All icons share one file of types, so
// that what is added for one of them holds for all.
declare module "lucide-react/icons/zap" {
  export const __iconData: SignData;
}

/** The elements of an icon, made once. By their place, so that one icon becomes another without new elements. */
export function shapesOf({ node }: SignData): ReactNode {
  return node.map(([tag, attributes], place) => createElement(tag, { ...attributes, key: place }));
}

/**
 * An icon of a list, which has a hundred of them: drawn as Lucide draws it, without the twenty choices that its own
 * component goes through each time.
 */
export function Sign({ shapes, className = "" }: { shapes: ReactNode; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`lucide ${className}`}
    >
      {shapes}
    </svg>
  );
}
