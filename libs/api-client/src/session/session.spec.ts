import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { sessionView } from '../testing.ts';
import { sendSession } from './send-session.ts';
import { Session } from './session.ts';

describe('the session', () => {
  let http: HttpTestingController;
  let session: Session;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([sendSession])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    session = TestBed.inject(Session);
  });

  const answerSession = async (acting: string | null = 'm1') => {
    const known = session.known();
    http.expectOne('/api/v1/session').flush(sessionView({ acting }));
    await known;
  };

  it('is asked for once, and knows for whom one acts', async () => {
    await answerSession();
    await session.known();
    http.verify();
    expect(session.acting()?.organisation.name).toBe('Finnskog Storkjøkken Engros');
    expect(session.role()).toBe('supplier-clerk');
  });

  it('sends its token with what changes something, and only then', async () => {
    await answerSession();
    const client = TestBed.inject(HttpClient);
    const read = firstValueFrom(client.get('/api/v1/obligations'));
    const asked = http.expectOne('/api/v1/obligations');
    expect(asked.request.headers.has('x-csrf-token')).toBe(false);
    asked.flush([]);
    await read;
    const write = firstValueFrom(client.post('/api/v1/obligations', {}));
    await Promise.resolve();
    const sent = http.expectOne('/api/v1/obligations');
    expect(sent.request.headers.get('x-csrf-token')).toBe('token');
    sent.flush({});
    await write;
  });

  it('forgets the person when the server has', async () => {
    await answerSession();
    const read = firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/obligations'));
    http
      .expectOne('/api/v1/obligations')
      .flush({ code: 'not-authenticated' }, { status: 401, statusText: 'Unauthorized' });
    await expect(read).rejects.toMatchObject({ status: 401 });
    expect(session.person()).toBeNull();
    expect(session.instance()?.demo).toBe(true);
  });
});
