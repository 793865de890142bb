/** Pulumi's side of the provider protocol, in plain values: a small stand-in for its engine. */
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { PluginAttach } from '@pulumi/pulumi/proto/plugin_pb';
import { ResourceProviderClient } from '@pulumi/pulumi/proto/provider_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct, type JavaScriptValue } from 'google-protobuf/google/protobuf/struct_pb';

/** JSON values by name. */
export type Properties = Record<string, unknown>;

/** A failure of a check or an invoke, as the wire has it. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

const URN = 'urn:pulumi:stack::project::test:index:Pin::web';

function struct(properties: Properties): Struct {
  return Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function plain(of: Struct | undefined): Properties {
  return of?.toJavaScript() ?? {};
}

function failures(list: readonly messages.CheckFailure[]): Failure[] {
  return list.map((one) => ({ property: one.getProperty(), reason: one.getReason() }));
}

/** Calls one provider. */
export type ProviderClient = ReturnType<typeof connect>;

/** @param port - on 127.0.0.1, as the provider printed it */
export function connect(port: number) {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const call = <Response>(
    start: (done: (error: ServiceError | null, response: Response) => void) => void,
  ): Promise<Response> =>
    new Promise((resolve, reject) => {
      start((error, response) => {
        if (error === null) resolve(response);
        else reject(error);
      });
    });

  return {
    async configure(args: Properties): Promise<{ supportsPreview: boolean }> {
      const request = new messages.ConfigureRequest().setArgs(struct(args)).setAcceptsecrets(true);
      const response = await call<messages.ConfigureResponse>((done) =>
        client.configure(request, done),
      );
      return { supportsPreview: response.getSupportspreview() };
    },
    async checkConfig(news: Properties): Promise<{ inputs: Properties; failures: Failure[] }> {
      const request = new messages.CheckRequest().setUrn(URN).setNews(struct(news));
      const response = await call<messages.CheckResponse>((done) =>
        client.checkConfig(request, done),
      );
      return {
        inputs: plain(response.getInputs()),
        failures: failures(response.getFailuresList()),
      };
    },
    async diffConfig(olds: Properties, news: Properties): Promise<string[]> {
      const request = new messages.DiffRequest().setOlds(struct(olds)).setNews(struct(news));
      const response = await call<messages.DiffResponse>((done) =>
        client.diffConfig(request, done),
      );
      return response.getDiffsList();
    },
    async handshake(): Promise<messages.ProviderHandshakeResponse.AsObject> {
      const request = new messages.ProviderHandshakeRequest();
      const response = await call<messages.ProviderHandshakeResponse>((done) =>
        client.handshake(request, done),
      );
      return response.toObject();
    },
    async attach(address: string): Promise<void> {
      const request = new PluginAttach().setAddress(address);
      await call<Empty>((done) => client.attach(request, done));
    },
    async getSchema(): Promise<Properties> {
      const request = new messages.GetSchemaRequest();
      const response = await call<messages.GetSchemaResponse>((done) =>
        client.getSchema(request, done),
      );
      return JSON.parse(response.getSchema()) as Properties;
    },
    async invoke(
      token: string,
      args: Properties,
    ): Promise<{ result: Properties; failures: Failure[] }> {
      const request = new messages.InvokeRequest().setTok(token).setArgs(struct(args));
      const response = await call<messages.InvokeResponse>((done) => client.invoke(request, done));
      return {
        result: plain(response.getReturn()),
        failures: failures(response.getFailuresList()),
      };
    },
    async check(
      olds: Properties,
      news: Properties,
    ): Promise<{ inputs: Properties; failures: Failure[] }> {
      const request = new messages.CheckRequest()
        .setUrn(URN)
        .setOlds(struct(olds))
        .setNews(struct(news));
      const response = await call<messages.CheckResponse>((done) => client.check(request, done));
      return {
        inputs: plain(response.getInputs()),
        failures: failures(response.getFailuresList()),
      };
    },
    async diff(id: string, olds: Properties, news: Properties) {
      const request = new messages.DiffRequest()
        .setId(id)
        .setUrn(URN)
        .setOlds(struct(olds))
        .setNews(struct(news));
      const response = await call<messages.DiffResponse>((done) => client.diff(request, done));
      const detailed: string[] = [];
      response.getDetaileddiffMap().forEach((_, name) => detailed.push(name));
      const { DIFF_SOME } = messages.DiffResponse.DiffChanges;
      return {
        changes: response.getChanges() === DIFF_SOME,
        replaces: response.getReplacesList(),
        diffs: response.getDiffsList(),
        detailed,
      };
    },
    async create(
      inputs: Properties,
      preview = false,
    ): Promise<{ id: string; outputs: Properties }> {
      const request = new messages.CreateRequest()
        .setUrn(URN)
        .setProperties(struct(inputs))
        .setPreview(preview);
      const response = await call<messages.CreateResponse>((done) => client.create(request, done));
      return { id: response.getId(), outputs: plain(response.getProperties()) };
    },
    async update(id: string, olds: Properties, news: Properties): Promise<Properties> {
      const request = new messages.UpdateRequest()
        .setId(id)
        .setUrn(URN)
        .setOlds(struct(olds))
        .setNews(struct(news));
      const response = await call<messages.UpdateResponse>((done) => client.update(request, done));
      return plain(response.getProperties());
    },
    async read(
      id: string,
      inputs: Properties,
      outputs: Properties,
    ): Promise<{ id: string; inputs: Properties; outputs: Properties }> {
      const request = new messages.ReadRequest()
        .setId(id)
        .setUrn(URN)
        .setInputs(struct(inputs))
        .setProperties(struct(outputs));
      const response = await call<messages.ReadResponse>((done) => client.read(request, done));
      return {
        id: response.getId(),
        inputs: plain(response.getInputs()),
        outputs: plain(response.getProperties()),
      };
    },
    async delete(id: string, outputs: Properties): Promise<void> {
      const request = new messages.DeleteRequest()
        .setId(id)
        .setUrn(URN)
        .setProperties(struct(outputs));
      await call<Empty>((done) => client.delete(request, done));
    },
    async cancel(): Promise<void> {
      await call<Empty>((done) => client.cancel(new Empty(), done));
    },
    close: () => client.close(),
  };
}
