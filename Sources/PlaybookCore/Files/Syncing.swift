import CPlatform
import Glibc

/// Waits until everything on the file system of a folder is on its disk. This is one call for all files: waiting for
/// each of 3,629 files took 3.4 seconds, one call took 0.03 seconds (ext4).
func syncFileSystem(of folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("save to disk", folder) }
    defer { close(descriptor) }
    let code = platform_sync_file_system(descriptor)
    guard code == 0 else { throw FileError("save to disk", folder, code: code) }
}

/// Waits until changes of the names in a folder, such as a rename, are on disk.
func syncFolder(_ folder: String) throws(FileError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("save to disk", folder) }
    defer { close(descriptor) }
    // EINVAL means that this file system cannot wait for a folder.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError("save to disk", folder) }
}
