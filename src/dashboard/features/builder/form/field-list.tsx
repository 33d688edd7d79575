import { memo, type ReactNode, useState } from "react";
import type { Field } from "#contract/catalogue/catalogue.ts";
import { countOf } from "#dashboard/display/words.ts";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { useStable } from "#dashboard/ui/use-stable.ts";
import { type FieldEditorProps, useFormScope } from "./form-context.ts";
import { SizeFields } from "./size-fields.tsx";

type Props = {
  fields: readonly Field[];
  /** Of the object that holds the fields; empty at the top. */
  path: string;
  members: Record<string, unknown>;
  onChange: (members: Record<string, unknown>) => void;
};

const fewFields = 6;

/** The fields of a variant: the usual ones at once, the rest under "More", where changed ones are counted. */
export function FieldList({ fields, path, members, onChange }: Props) {
  const { isFaulty } = useFormScope();
  const asked = fields.filter((field) => field.isMain || (field.name in members && field.required));
  // Where all are optional, and few, nothing but a fold would be seen.
  const main = asked.length === 0 && fields.length <= fewFields ? fields : asked;
  const more = fields.filter((field) => !main.includes(field));
  const changed = more.filter(({ name }) => members[name] !== undefined).length;
  const pathOf = ({ name }: Field) => (path === "" ? name : `${path}.${name}`);
  const faulty = more.filter((field) => isFaulty(pathOf(field))).length;
  const changeMember = useStable((name: string, value: unknown) => onChange(withMember(members, name, value)));
  const editorOf = (field: Field) => (
    <MemberEditor
      key={field.name}
      field={field}
      path={pathOf(field)}
      value={members[field.name]}
      onChange={changeMember}
    />
  );
  const [width, height] = [
    main.find(({ control }) => control === "width"),
    main.find(({ control }) => control === "height"),
  ];
  const sized = width && height ? [width, height] : [];
  return (
    <div className="flex flex-col gap-4">
      {main.map((field) => {
        if (field === width && height) {
          return (
            <SizeFields
              key="size"
              width={width}
              height={height}
              members={members}
              onChange={onChange}
              editorOf={editorOf}
            />
          );
        }
        return sized.includes(field) ? null : editorOf(field);
      })}
      {more.length > 0 ? (
        <More mark={changed > 0 ? `${changed} set` : `${more.length} optional`} faulty={faulty}>
          {more.map(editorOf)}
        </More>
      ) : null}
    </div>
  );
}

type MemberProps = Omit<FieldEditorProps, "onChange"> & { onChange: (name: string, value: unknown) => void };

/** A member of the object. Drawn again when it changes itself, and not for each key stroke in another one. */
const MemberEditor = memo(function MemberEditor({ onChange, ...props }: MemberProps) {
  const { Editor } = useFormScope();
  return <Editor {...props} onChange={(value) => onChange(props.field.name, value)} />;
});

/** Folded until it is opened, or something inside is wrong. */
function More({ mark, faulty, children }: { mark: string; faulty: number; children: ReactNode }) {
  const [isOpen, open] = useState<boolean>();
  return (
    <Disclosure
      label="More"
      mark={faulty > 0 ? <span className="text-danger">{countOf(faulty, "problem")}</span> : mark}
      isOpen={isOpen ?? faulty > 0}
      onToggle={open}
    >
      <div className="flex flex-col gap-4 pt-1">{children}</div>
    </Disclosure>
  );
}

/** The members with one set, or without it: what is not given is left to the server. */
function withMember(members: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...others } = members;
  return value === undefined ? others : { ...members, [name]: value };
}
