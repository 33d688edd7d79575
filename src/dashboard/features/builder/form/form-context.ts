import { type ComponentType, createContext, useContext } from "react";
import type { Field } from "#contract/catalogue/catalogue.ts";
import type { ReferenceSource } from "../reference-sources.ts";

export type FieldEditorProps = {
  field: Field;
  /** From the step's input, such as `transforms[0].targetWidth`. */
  path: string;
  value: unknown;
  /** An item of a list: it is removed there, as a whole. */
  isItem?: boolean;
  /** `undefined` leaves the field to the server. */
  onChange: (value: unknown) => void;
};

/** What the controls of a step's form share. Paths are printed from the step's input, such as `images[0]`. */
export type FormScope = {
  /** Changes when another step is shown; part of the ids of controls. */
  stepKey: string;
  /** Outputs of earlier steps, for the reference picker. */
  sources: readonly ReferenceSource[];
  /** What a step of this name put out when the workflow that the chain comes from ran. */
  pastOutput(stepName: string): unknown;
  /** What is wrong at a path: the server's word, or our own check. */
  errorAt(path: string): string | undefined;
  /** Whether something is wrong at a path or inside of it. */
  isFaulty(path: string): boolean;
  /** The values that gave way: to a reference by their path, to another variant or kind of value under keys of their own. */
  parked: Readonly<Record<string, unknown>>;
  /** Park values; `undefined` forgets one. */
  park(values: Readonly<Record<string, unknown>>): void;
  /** The names of the workflow's arguments. */
  argumentNames: readonly string[];
  /** Make an argument of a value, under the wished name or the next free one; answers its name. */
  addArgument(wish: string, value: unknown): string;
  /** Send a file to the server and answer its URL. */
  upload(file: File): Promise<string>;
  /** A field with its label, and its bare control: handed down, because lists hold fields that hold lists. */
  Editor: ComponentType<FieldEditorProps>;
  Control: ComponentType<FieldEditorProps>;
};

const FormContext = createContext<FormScope | undefined>(undefined);
export const FormScopeProvider = FormContext.Provider;

/** The scope of the form around this control. */
export function useFormScope(): FormScope {
  const scope = useContext(FormContext);
  if (!scope) throw new Error("A control of a step's form stands in a FormScopeProvider.");
  return scope;
}
