import type { Database } from "./database.ts";

/** Single values that belong to the file, such as the secret that signs URLs. */
export type MetaStore = {
  read(name: string): string | undefined;
  /** The value of this name; made and kept at its first use. */
  readOrMake(name: string, make: () => string): string;
  write(name: string, value: string): void;
};

export function createMetaStore(database: Database): MetaStore {
  const select = database.statement<{ value: string }>("SELECT value FROM meta WHERE name = :name");
  const insert = database.statement("INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT DO NOTHING");
  const upsert = database.statement(
    "INSERT INTO meta (name, value) VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = excluded.value",
  );
  const read = (name: string) => select.get({ name })?.value;
  return {
    read,
    readOrMake(name, make) {
      const known = read(name);
      if (known !== undefined) return known;
      insert.run({ name, value: make() });
      return read(name) ?? "";
    },
    write: (name, value) => {
      upsert.run({ name, value });
    },
  };
}
