import type { Client, Connection, FieldDef } from 'pg';

/** What PostgreSQL says of a statement before it runs. */
export interface StatementDescription {
  /** Type of each parameter, as object ids. */
  parameters: number[];
  columns: FieldDef[];
}

/** Asks PostgreSQL for the columns and parameters of a statement, without running it (Parse and Describe). */
export function describeStatement(client: Client, text: string): Promise<StatementDescription> {
  return new Promise((resolve, reject) => {
    const description: StatementDescription = { parameters: [], columns: [] };
    const request = {
      submit(connection: Connection) {
        connection.removeAllListeners('parameterDescription');
        connection.once('parameterDescription', (message: { dataTypeIDs: number[] }) => {
          description.parameters = message.dataTypeIDs;
        });
        connection.parse({ name: '', text, types: [] } as never, true);
        connection.describe({ type: 'S', name: '' } as never, true);
        connection.sync();
      },
      handleRowDescription(message: { fields: FieldDef[] }) {
        description.columns = message.fields;
      },
      // The client calls one of the two.
      handleError: reject,
      handleReadyForQuery: () => resolve(description),
    };
    client.query(request as never);
  });
}
