{
  "schema": "vail-vector-signature/1",
  "algorithm": "Ed25519",
  "publicKey": "f6ffafc816e8f2265520757569bdde20a0b6887e35c2416b9c1bda8ca3657a9f",
  "signature": "d50fc7984ea19ae1445b2a044179be10376329ee46d8a6d604b4b721330401fd67ca6db3143fe7082cae2e36fac482451d2bb419ebf1f52ad58c4a3d3e444001"
}
