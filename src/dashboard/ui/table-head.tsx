import clsx from "clsx";

type Props = {
  columns: readonly string[];
  /** From this column on they hold numbers, which stand at the right. */
  numbersFrom?: number;
  /** Stays in view while the rows are scrolled. */
  isSticky?: boolean;
};

/** The head of a small table. */
export function TableHead({ columns, numbersFrom = columns.length, isSticky = false }: Props) {
  return (
    <thead className={clsx("text-subtle text-xs", isSticky && "sticky top-0 bg-surface")}>
      <tr>
        {columns.map((column, index) => (
          <th
            key={column}
            scope="col"
            className={clsx("py-1 pr-3 font-normal last:pr-0", index >= numbersFrom && "text-right")}
          >
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}
