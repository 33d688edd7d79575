import type { Field } from "#contract/catalogue/catalogue.ts";
import { Disclosure } from "#dashboard/ui/disclosure.tsx";
import { useFormScope } from "./form-context.ts";
import { SizeFields } from "./size-fields.tsx";

type Props = {
  fields: readonly Field[];
  /** Of the object that holds the fields; empty at the top. */
  path: string;
  members: Record<string, unknown>;
  onChange: (members: Record<string, unknown>) => void;
};

/** The fields of a variant: the usual ones at once, the rest under "More", where changed ones are counted. */
export function FieldList({ fields, path, members, onChange }: Props) {
  const { Editor } = useFormScope();
  const main = fields.filter((field) => field.isMain || (field.name in members && field.required));
  const more = fields.filter((field) => !main.includes(field));
  const changed = more.filter(({ name }) => members[name] !== undefined).length;
  const editorOf = (field: Field) => (
    <Editor
      key={field.name}
      field={field}
      path={path === "" ? field.name : `${path}.${field.name}`}
      value={members[field.name]}
      onChange={(value) => onChange(withMember(members, field.name, value))}
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
        <Disclosure label="More" mark={changed > 0 ? `${changed} set` : `${more.length} optional`}>
          <div className="flex flex-col gap-4 pt-1">{more.map(editorOf)}</div>
        </Disclosure>
      ) : null}
    </div>
  );
}

/** The members with one set, or without it: what is not given is left to the server. */
function withMember(members: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const { [name]: _, ...others } = members;
  return value === undefined ? others : { ...members, [name]: value };
}
