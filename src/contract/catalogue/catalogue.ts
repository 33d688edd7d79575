import type { Medium } from "../blob.ts";
import type { StepGroup } from "../step-inputs/step-type.ts";

/** What a server offers, compiled from its OpenAPI document to what a palette and forms draw. */
export type Catalogue = { version: string; stepTypes: CatalogueStepType[] };

export type CatalogueStepType = {
  type: string;
  title: string;
  description: string;
  group: StepGroup;
  deprecated: boolean;
  readonly input: InputNode;
  /** What later steps can refer to. */
  readonly outputs: OutputPort[];
};

/**
 * A place in the tree of an input's variants: a choice by a discriminator (engine, ecosystem, model, ...), the fields of
 * one variant, or a single value where the input is no object.
 */
export type InputNode = ChoiceNode | FieldsNode | { kind: "value"; field: Field };

export type ChoiceNode = {
  kind: "choice";
  discriminator: string;
  label: string;
  /** The option that holds when the input names none. */
  default?: string;
  options: ChoiceOption[];
};
/** `node` is compiled when it is first read: nobody looks at all of them. */
export type ChoiceOption = { value: string; label: string; deprecated: boolean; readonly node: InputNode };

/** The fields of one variant. `fixed`: members with a single possible value. `isOpen`: other members are allowed. */
export type FieldsNode = { kind: "fields"; fields: Field[]; fixed: readonly string[]; isOpen: boolean };

export type Field = {
  name: string;
  label: string;
  help?: string;
  /** Whether the server refuses an input without it: required, without a default, and not nullable. */
  required: boolean;
  default?: unknown;
  nullable: boolean;
  deprecated: boolean;
  /** Whether it is shown at once, or under "More". */
  isMain: boolean;
  control: Control;
  shape: Shape;
};

/** How a field wants to be drawn beyond its shape; `plain` says nothing. */
export type Control = "plain" | "prompt" | "media" | "seed" | "width" | "height" | "air" | "code";

export type Shape =
  | { kind: "text"; minLength?: number; maxLength?: number; pattern?: string; format?: string; medium?: Medium }
  | { kind: "number"; isInteger: boolean; min?: number; max?: number; step?: number }
  | { kind: "boolean" }
  | { kind: "enum"; values: (string | number)[] }
  | { kind: "list"; minItems?: number; maxItems?: number; unique: boolean; readonly item: Field }
  | { kind: "map"; readonly value: Field }
  | { kind: "object"; readonly node: InputNode }
  | { kind: "union"; alternatives: { label: string; readonly field: Field }[] }
  /** Any JSON, or any JSON object. */
  | { kind: "open"; isObject: boolean };

/** An output of a step: where it is, what it is, and whether it is one of many. `path` leads to what a reference takes. */
export type OutputPort = {
  path: string;
  label: string;
  kind: Medium | "text" | "number" | "data";
  isList: boolean;
};
