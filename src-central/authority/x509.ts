// The decorators of this package look for `Reflect.metadata` when it loads: this import has to come first.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { webcrypto } from 'node:crypto'

x509.cryptoProvider.set(webcrypto)

export * as x509 from '@peculiar/x509'
