import { createContext, use } from "react";

/** What a field tells the control inside it. */
export type FieldControl = {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  "aria-required"?: true | undefined;
};

export const FieldContext = createContext<FieldControl>({});

/** The attributes that tie a control to the field around it. */
export function useFieldControl(ownLabel: string | undefined): FieldControl {
  const field = use(FieldContext);
  // A control with a name of its own (a second one beside the main one) is not what the field's label points at.
  return ownLabel === undefined ? field : {};
}

/** The id of a field's label, from the id of its control. For controls that `htmlFor` does not serve. */
export function labelIdOf(controlId: string | undefined): string | undefined {
  return controlId && `${controlId}-label`;
}
