import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv();

// jsdom does not render; axe requests a canvas but works without one
HTMLCanvasElement.prototype.getContext = () => null;
