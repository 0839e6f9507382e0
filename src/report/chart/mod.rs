//! stub
pub mod export {
    #[derive(Debug)]
    pub struct ExportError;
    impl std::fmt::Display for ExportError { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("stub") } }
    pub fn png(_: &str, _: u32) -> Result<Vec<u8>, ExportError> { Ok(vec![]) }
    pub fn pdf(_: &str) -> Result<Vec<u8>, ExportError> { Ok(vec![]) }
}
