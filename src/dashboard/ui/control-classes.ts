/** The box that every typed-in control draws: 32 px high, a border of 3:1, red when invalid. */
export const controlBox =
  "w-full min-w-0 rounded-md border border-border-strong bg-surface text-sm text-text hover:border-muted disabled:border-border disabled:bg-sunken disabled:text-subtle aria-invalid:border-danger";

export const controlSizes = { sm: "h-7 px-2", md: "h-8 px-2.5" } as const;
