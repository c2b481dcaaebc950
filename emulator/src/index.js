/** The package's public face; README.md shows how to use it. */
export { Board } from './board.js';
export { Snapshot } from './snapshot.js';
export { RegisterDevice } from './attach/i2c.js';
export { I2cWires } from './attach/i2c_wires.js';
export { I2sSource } from './attach/i2s.js';
export { OneWireThermometer } from './attach/one_wire.js';
export { SdCard } from './attach/sdcard.js';
export { decodePixels } from './attach/pixels.js';
export { Flash, TYPICAL_TIMES } from './chip/flash.js';
export { bootRom } from './host/bootrom.js';
export { readFlash, writeFlash } from './host/flash_file.js';
export { Pacer } from './host/pacer.js';
export { Port } from './host/port.js';
export { RawRepl } from './host/raw_repl.js';
export { ScriptRunner } from './host/script_runner.js';
export { serveTcp } from './host/tcp.js';
