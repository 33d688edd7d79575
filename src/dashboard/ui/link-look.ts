/** A link that stands by itself, such as the next step where there is nothing yet. */
export const linkLook = "font-medium text-accent text-sm underline underline-offset-2";
