import { type Connection, type Model, type Schema, type SchemaType, Types } from 'mongoose';
import type { Context } from '../../context.ts';
import { system } from '../../database/change-log/actor.ts';
import { auditedAs } from '../../database/change-log/audited.ts';
import { unscoped } from '../../database/guard.ts';
import { inTransaction } from '../../database/transaction.ts';

type Fields = Record<string, unknown>;
type AnyModel = Model<{ _id: unknown }>;
type Described = SchemaType & {
  schema?: Schema;
  embeddedSchemaType?: Described;
  enumValues?: string[];
  options: { required?: unknown };
};

const everything = unscoped('a record of every kind');

/** The models under the log, whichever elements have them. */
export function auditedModels(connection: Connection): AnyModel[] {
  return (Object.values(connection.models) as AnyModel[]).filter(({ schema }) =>
    auditedAs(schema as unknown as Schema),
  );
}

/** Two records in every collection that is under the log, made up from the schema alone, and a change of the first. */
export async function fillCollections(context: Context): Promise<void> {
  for (const model of auditedModels(context.connection)) {
    await inTransaction(context, system('test'), async ({ session }) => {
      const made = [1, 2].map((number) => madeUp(model.schema as unknown as Schema, number));
      await model.create(made as never, { session, ordered: true, ...everything });
    });
    await inTransaction(
      context,
      system('test'),
      async ({ session }) => {
        const document = await model.findOne({}, null, everything).sort({ _id: 1 }).session(session);
        const field = changeable(model.schema as unknown as Schema);
        if (!document || !field) throw new Error(`${model.modelName} has nothing to change`);
        document.set(field, madeUpValue(model.schema.path(field) as unknown as Described, 3));
        await document.save({ session, ...everything });
      },
      'a reason',
    );
  }
}

function madeUp(schema: Schema, number: number): Fields {
  const fields: Fields = {};
  schema.eachPath((path, type) => {
    const described = type as unknown as Described;
    if (path === '__v' || (path === '_id' && described.instance === 'ObjectId')) return;
    const names = path.split('.');
    const last = names.pop() as string;
    const place = names.reduce<Fields>((outer, name) => {
      const inner = outer[name] ?? {};
      outer[name] = inner;
      return inner as Fields;
    }, fields);
    place[last] = madeUpValue(described, number);
  });
  return fields;
}

function changeable(schema: Schema): string | undefined {
  const { telemetry = [] } = auditedAs(schema) ?? {};
  return Object.keys(schema.paths).find((path) => {
    const { instance, enumValues = [] } = schema.path(path) as unknown as Described;
    const free = (instance === 'String' && enumValues.length === 0) || instance === 'Number';
    return free && path !== '_id' && path !== '__v' && !telemetry.includes(path.split('.')[0] ?? '');
  });
}

function madeUpValue(type: Described, number: number): unknown {
  switch (type.instance) {
    case 'String':
      return type.enumValues?.[0] ?? `${type.path} ${number}`;
    case 'Number':
      return number;
    case 'Date':
      return new Date(Date.UTC(2026, 0, number));
    case 'Boolean':
      return true;
    case 'ObjectId':
      return new Types.ObjectId();
    case 'Array':
      if (type.schema) return [madeUp(type.schema, number)];
      return type.embeddedSchemaType ? [madeUpValue(type.embeddedSchemaType, number)] : [];
    case 'Embedded':
      return type.schema ? madeUp(type.schema, number) : {};
    case 'Map':
      return {};
    case 'Mixed':
      return { text: `${number}`, number };
    default:
      throw new Error(`no value for ${type.path} of kind ${type.instance}`);
  }
}
